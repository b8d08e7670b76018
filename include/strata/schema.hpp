// The language in which schemas are declared: everything in strata::dsl.
#pragma once

#include <strata/schema/check.hpp>
#include <strata/schema/column.hpp>
#include <strata/schema/enumeration.hpp>
#include <strata/schema/foreign_key.hpp>
#include <strata/schema/index.hpp>
#include <strata/schema/primary_key.hpp>
#include <strata/schema/table.hpp>
#include <strata/schema/transition.hpp>
#include <strata/schema/type.hpp>
#include <strata/schema/unique.hpp>
#include <strata/schema/version.hpp>
