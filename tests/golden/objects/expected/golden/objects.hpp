// All accessors of the schema. Printed by Strata: changes belong into the schema.
#pragma once

#include "objects/cameras.hpp"
#include "objects/enumerations.hpp"
#include "objects/kinds.hpp"
#include "objects/open_sites.hpp"
#include "objects/sites.hpp"
