// All accessors of the schema. Printed by Strata: changes belong into the schema.
#pragma once

#include "changes/authors.hpp"
#include "changes/posts.hpp"
#include "changes/tags.hpp"
