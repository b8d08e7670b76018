// One function a shape; docs/runtime.md lists the members.
#include "src/cli/json_output.hpp"

#include "src/runtime/json_writer.hpp"

#include <cstdio>

namespace strata::cli {
namespace {

using detail::json_writer;

std::string_view verdict_name(verdict of) {
  switch (of) {
  case verdict::up_to_date:
    return "up_to_date";
  case verdict::pending:
    return "pending";
  case verdict::newer_but_compatible:
    return "newer_but_compatible";
  case verdict::newer:
    return "newer";
  case verdict::edited:
    return "edited";
  case verdict::interrupted_downgrade:
    return "interrupted_downgrade";
  case verdict::unmanaged:
    return "unmanaged";
  }
  return {};
}

void write(json_writer& out, const version_status& of) {
  out.begin_object();
  out.member("version", of.version);
  out.member("title", of.title);
  out.member("sealed", of.sealed);
  out.member("applied", of.applied);
  out.member("edited", of.edited);
  out.member("unknown", of.unknown);
  out.member("steps_done", of.steps_done);
  out.member("steps", of.steps);
  out.end_object();
}

void write(json_writer& out, const history_row& of) {
  out.begin_object();
  out.member("id", of.id);
  out.member("format", of.format);
  out.member("action", of.action);
  out.member("direction", of.direction);
  out.member("version", of.version);
  out.member("title", of.title);
  out.member("phase", of.phase);
  out.member("step", of.step);
  out.member("fingerprint", of.fingerprint);
  out.member("acknowledged", of.acknowledged);
  out.member("oldest_compatible", of.oldest_compatible);
  out.member("down_sql", of.down_sql);
  out.member("up_sql", of.up_sql);
  out.member("schema_name", of.schema_name);
  out.member("applied_by", of.applied_by);
  out.member("applied_at", of.applied_at);
  out.member("duration_ms", of.duration_ms);
  out.member("program", of.program);
  out.end_object();
}

void write(json_writer& out, const planned_step& of) {
  out.begin_object();
  out.member("version", of.version);
  out.member("title", of.title);
  out.member("step", of.step);
  out.member("steps", of.steps);
  out.member("phase", phase_name(of.phase));
  out.member("in_transaction", of.in_transaction);
  out.member("loses_data", of.loses_data);
  out.member("sql", of.sql);
  out.end_object();
}

template <typename Element>
std::string array(std::span<const Element> of) {
  json_writer out;
  out.begin_array();
  for (const Element& each : of) {
    write(out, each);
  }
  out.end_array();
  return out.text();
}

} // namespace

std::string as_json(const migration_status& of) {
  json_writer out;
  out.begin_object();
  out.member("verdict", verdict_name(of.verdict));
  out.member("explanation", of.explanation);
  out.member("database", of.database);
  out.member("current", of.current);
  out.member("head", of.head);
  out.member("oldest_compatible", of.oldest_compatible);
  out.member("may_run", of.may_run());
  out.key("begun");
  if (of.begun) {
    out.begin_object();
    out.member("version", *of.begun);
    out.member("direction", of.begun_up ? "up" : "down");
    out.member("phase", of.begun_phase ? phase_name(*of.begun_phase) : "");
    out.end_object();
  } else {
    out.null_value();
  }
  out.key("versions");
  out.begin_array();
  for (const version_status& each : of.versions) {
    write(out, each);
  }
  out.end_array();
  out.end_object();
  return out.text();
}

std::string current_json(const migration_status& of) {
  json_writer out;
  out.begin_object();
  out.member("current", of.current);
  out.member("head", of.head);
  out.end_object();
  return out.text();
}

std::string as_json(std::span<const history_row> rows) { return array(rows); }

std::string as_json(std::span<const planned_step> steps) { return array(steps); }

std::string as_json(const migration_report& of) {
  json_writer out;
  out.begin_object();
  out.member("outcome", outcome_name(of.outcome));
  out.member("from", of.from);
  out.member("to", of.to);
  out.member("steps", of.steps);
  out.end_object();
  return out.text();
}

std::string sql_json(const std::string& sql, int from, int to) {
  json_writer out;
  out.begin_object();
  out.member("from", from);
  out.member("to", to);
  out.member("sql", sql);
  out.end_object();
  return out.text();
}

std::string error_json(const error& of, const std::string& message) {
  json_writer out;
  out.begin_object();
  out.member("error", message);
  out.member("code", of.facts().code);
  out.member("sqlstate", of.facts().sqlstate);
  out.member("constraint", of.facts().constraint);
  if (of.facts().version) {
    out.member("version", *of.facts().version);
  }
  if (of.facts().step) {
    out.member("step", *of.facts().step);
  }
  if (const auto* stopped = dynamic_cast<const migration_stopped*>(&of)) {
    out.member("outcome", outcome_name(stopped->report().outcome));
    out.member("from", stopped->report().from);
    out.member("to", stopped->report().to);
    out.member("steps", stopped->report().steps);
  }
  out.end_object();
  return out.text();
}

void print(const std::string& line) {
  std::fputs(line.c_str(), stdout);
  if (!line.ends_with('\n')) {
    std::fputc('\n', stdout);
  }
  std::fflush(stdout);
}

} // namespace strata::cli
