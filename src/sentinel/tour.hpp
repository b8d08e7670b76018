// A short day of the monitor: writes and reads through the accessors.
#pragma once

#include <strata/runtime.hpp>

namespace sentinel {

/// Adds a camera, what it saw and who was told, in one transaction, and prints what it reads back.
void tour(strata::connection& db);

} // namespace sentinel
