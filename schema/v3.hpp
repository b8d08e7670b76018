// detection_records gains the confidence that programs were already writing into the bounding box.
#pragma once

#include "v2.hpp"

namespace schema::v3 {
using namespace strata::dsl;

inline constexpr auto detection_records = v1::detection_records
    .with(column("confidence", double_precision).comment("of the label, from 0 to 1"),
          check("confidence BETWEEN 0 AND 1").named("detection_records_confidence_range"));

inline constexpr auto version = schema_version(3, "confidence", since(v2::version), detection_records,
    transition(
        backfill("detection_records", "confidence",
            sql_for(postgresql, "coalesce((bounding_box ->> 'confidence')::double precision, 0)",
                    sqlite, "coalesce(json_extract(bounding_box, '$.confidence'), 0)"))));

} // namespace schema::v3
