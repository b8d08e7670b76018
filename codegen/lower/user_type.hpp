// Sequences, domains, composite types, range types and schemas to the model.
#pragma once

#include "codegen/lower/text.hpp"

#include <strata/schema/composite_type.hpp>
#include <strata/schema/domain.hpp>
#include <strata/schema/named_schema.hpp>
#include <strata/schema/sequence.hpp>

namespace strata::detail {

model::named_schema lower_named_schema(const named_schema_declaration& schema);
model::sequence lower_sequence(const sequence_facts& facts);
model::domain lower_domain(const domain_facts& facts);
model::composite_type lower_composite_type(const composite_type_facts& facts);
model::range_type lower_range_type(const range_type_facts& facts);

} // namespace strata::detail
