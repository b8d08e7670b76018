// libpqxx 6.4 and 7 under one set of functions.
#include "src/postgresql/pqxx.hpp"

#include "src/postgresql/text.hpp"

#if PQXX_VERSION_MAJOR < 7
#include <pqxx/tablewriter>
#endif

namespace strata::postgresql {

#if PQXX_VERSION_MAJOR >= 7

namespace {

pqxx::params parameters_of(std::span<const value> from) {
  pqxx::params list;
  for (const value& each : from) {
    if (const auto text = field_text(each)) {
      list.append(*text);
    } else {
      list.append();
    }
  }
  return list;
}

} // namespace

std::unique_ptr<pqxx::connection> connect(const std::string& url) {
  auto connection = std::make_unique<pqxx::connection>(url);
  connection->set_verbosity(pqxx::error_verbosity::verbose);
  return connection;
}

pqxx::result
run(pqxx::transaction_base& on, const std::string& statement, std::span<const value> parameters) {
#if PQXX_VERSION_MAJOR > 7 || PQXX_VERSION_MINOR >= 10
  return on.exec(statement, parameters_of(parameters));
#else
  return on.exec_params(statement, parameters_of(parameters));
#endif
}

pqxx::result run_prepared(pqxx::transaction_base& on,
                          const std::string& name,
                          std::span<const value> parameters) {
#if PQXX_VERSION_MAJOR > 7 || PQXX_VERSION_MINOR >= 10
  return on.exec(pqxx::prepped{name}, parameters_of(parameters));
#else
  return on.exec_prepared(name, parameters_of(parameters));
#endif
}

void copy(pqxx::transaction_base& on,
          const std::string& target,
          const std::string& columns,
          const std::function<bool(std::vector<std::optional<std::string>>&)>& next) {
  auto stream = pqxx::stream_to::raw_table(on, target, columns);
  std::vector<std::optional<std::string>> row;
  while (row.clear(), next(row)) {
    stream << row;
  }
  stream.complete();
}

#else

namespace {

/// libpqxx 6 asks each parameter's kind by its C++ type, so a list of them is all text: bytes in
/// PostgreSQL's hexadecimal form, null as no text.
std::vector<std::optional<std::string>> texts_of(std::span<const value> from) {
  std::vector<std::optional<std::string>> texts;
  for (const value& each : from) {
    texts.push_back(field_text(each));
  }
  return texts;
}

std::vector<const char*> pointers_to(const std::vector<std::optional<std::string>>& texts) {
  std::vector<const char*> pointers;
  for (const auto& text : texts) {
    pointers.push_back(text ? text->c_str() : nullptr);
  }
  return pointers;
}

} // namespace

std::unique_ptr<pqxx::connection> connect(const std::string& url) {
  auto connection = std::make_unique<pqxx::connection>(url);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  // Deprecated only because libpqxx 7 never reconnects.
  connection->inhibit_reactivation(true);
#pragma GCC diagnostic pop
  connection->set_verbosity(pqxx::connection_base::verbose);
  return connection;
}

pqxx::result
run(pqxx::transaction_base& on, const std::string& statement, std::span<const value> parameters) {
  const auto texts = texts_of(parameters);
  return on.exec_params(statement, pqxx::prepare::make_dynamic_params(pointers_to(texts)));
}

pqxx::result run_prepared(pqxx::transaction_base& on,
                          const std::string& name,
                          std::span<const value> parameters) {
  const auto texts = texts_of(parameters);
  return on.exec_prepared(name, pqxx::prepare::make_dynamic_params(pointers_to(texts)));
}

void copy(pqxx::transaction_base& on,
          const std::string& target,
          const std::string& columns,
          const std::function<bool(std::vector<std::optional<std::string>>&)>& next) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  // stream_to, which replaces it, takes only tuples until libpqxx 7.
  const std::vector<std::string> list{columns};
  pqxx::tablewriter writer(on, target, list.begin(), list.end());
#pragma GCC diagnostic pop
  std::vector<std::optional<std::string>> row;
  while (row.clear(), next(row)) {
    writer.write_raw_line(copy_line(row));
  }
  writer.complete();
}

#endif

} // namespace strata::postgresql
