// The language in which schemas are declared: everything in strata::dsl.
#pragma once

#include <strata/schema/accept.hpp>
#include <strata/schema/backfill.hpp>
#include <strata/schema/check.hpp>
#include <strata/schema/column.hpp>
#include <strata/schema/drop.hpp>
#include <strata/schema/enumeration.hpp>
#include <strata/schema/exclusion.hpp>
#include <strata/schema/extension.hpp>
#include <strata/schema/foreign_key.hpp>
#include <strata/schema/index.hpp>
#include <strata/schema/primary_key.hpp>
#include <strata/schema/rename.hpp>
#include <strata/schema/routine.hpp>
#include <strata/schema/rows.hpp>
#include <strata/schema/statement.hpp>
#include <strata/schema/table.hpp>
#include <strata/schema/transition.hpp>
#include <strata/schema/type.hpp>
#include <strata/schema/unique.hpp>
#include <strata/schema/version.hpp>
#include <strata/schema/view.hpp>
