// The intermediate representation, whole: what front ends make and everything else reads.
#pragma once

#include <strata/model/version.hpp>
