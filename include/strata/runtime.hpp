// What an application includes to use the runtime; lists its folder.
#pragma once

#include <strata/runtime/build_kind.hpp>
#include <strata/runtime/dialect.hpp>
#include <strata/runtime/error.hpp>
#include <strata/runtime/migration_event.hpp>
#include <strata/runtime/migration_report.hpp>
#include <strata/runtime/migration_status.hpp>
#include <strata/runtime/migrations.hpp>
#include <strata/runtime/migrator.hpp>
#include <strata/runtime/migrator_options.hpp>
#include <strata/runtime/phase.hpp>
#include <strata/runtime/session.hpp>
#include <strata/runtime/value.hpp>
