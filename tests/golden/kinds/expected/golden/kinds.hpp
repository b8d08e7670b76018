// All accessors of the schema. Printed by Strata: changes belong into the schema.
#pragma once

#include "kinds/customers.hpp"
#include "kinds/managers.hpp"
#include "kinds/notes_only.hpp"
#include "kinds/orders.hpp"
#include "kinds/people.hpp"
