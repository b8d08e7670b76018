// Privileges on a table and on its columns: REVOKE of the one takes the other too.
#include "codegen/plan/postgresql.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

using on = model::grant::object_class;

/// Whether REVOKE of the privilege on a table takes this one, on columns of it.
bool takes(const model::grant& gone, const model::grant& of) {
  return gone.on == on::table && !gone.revoked && of.on == on::column && gone.object == of.object &&
         gone.privilege == of.privilege && gone.grantee == of.grantee;
}

} // namespace

/// Nobody is without those that stay, or come instead, for a moment.
void postgresql_lowering::give_columns(const model::grant& gone, action& made) {
  for (const model::grant& each : of_.to.grants) {
    if (!takes(gone, each)) {
      continue;
    }
    made.run(sql::create_object{each});
    for (const std::string& column : each.columns) {
      for (const stage at : {stage::add, stage::rename}) {
        made.after.push_back({object_class::column, vertex_name(each.object, column), at});
      }
    }
  }
}

/// What is granted may be an extension's, which is there before and goes after.
void postgresql_lowering::around_extensions(action& made) const {
  for (const operation& one : of_.operations) {
    if (const auto* created = std::get_if<create_extension>(&one)) {
      made.after.push_back({object_class::extension, created->extension.name, stage::add});
    } else if (const auto* gone = std::get_if<drop_extension>(&one)) {
      made.before.push_back({object_class::extension, gone->extension.name, stage::remove});
    }
  }
}

/// Whether REVOKE of the table's privilege is followed by this one.
bool postgresql_lowering::follows_revoke(const model::grant& given) const {
  if (given.on != on::column) {
    return false;
  }
  return std::any_of(of_.operations.begin(), of_.operations.end(), [&](const operation& one) {
    const auto* gone = std::get_if<drop_object>(&one);
    const auto* grant = gone == nullptr ? nullptr : std::get_if<model::grant>(&gone->object);
    return grant != nullptr && takes(*grant, given);
  });
}

} // namespace strata::codegen
