// Spellings are PostgreSQL's own: as it prints what was written, and what was printed once.
#include "codegen/text/spelling.hpp"

#include "tests/support/catch.hpp"

using strata::codegen::plain_spelling;

namespace {

bool is_same(const char* one, const char* other) {
  return plain_spelling(one) == plain_spelling(other);
}

} // namespace

TEST_CASE("a cast of an array is one of its elements", "[text]") {
  CHECK(
      is_same("((v)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
              "((v)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character "
              "varying)::text]))"));
  CHECK(
      is_same("v::text = ANY (ARRAY['a'::character varying, 'b'::character varying]::text[])",
              "v::text = ANY (ARRAY['a'::character varying::text, 'b'::character varying::text])"));
  CHECK(is_same(
      "(v = ANY ((ARRAY['a'::character varying, NULL::character varying])::text[]))",
      "(v = ANY (ARRAY[('a'::character varying)::text, (NULL::character varying)::text]))"));
  CHECK(is_same("(x = ANY ((ARRAY[t.a, lower(b)])::public.kind[]))",
                "(x = ANY (ARRAY[(t.a)::public.kind, (lower(b))::public.kind]))"));
  CHECK(is_same("(x = ANY ((ARRAY[a])::timestamp(3) without time zone[]))",
                "(x = ANY (ARRAY[(a)::timestamp(3) without time zone]))"));
}

TEST_CASE("AND within AND and OR within OR stand at one level", "[text]") {
  CHECK(is_same("(((i >= 1) AND (i <= 10)) AND (s = 1))", "((i >= 1) AND (i <= 10) AND (s = 1))"));
  CHECK(is_same("(((i < 1) OR (i > 10)) OR (s = 1))", "((i < 1) OR (i > 10) OR (s = 1))"));
  CHECK(is_same("SELECT a WHERE ((((a > 1) AND (a < 3)) AND b) AND c)",
                "SELECT a WHERE ((a > 1) AND (a < 3) AND b AND c)"));
  CHECK(is_same("(((a > 1)))", "(a > 1)"));
}

TEST_CASE("what means something else is spelled otherwise", "[text]") {
  CHECK_FALSE(is_same("((a OR b) AND c)", "(a OR (b AND c))"));
  CHECK_FALSE(is_same("(NOT (a AND b) AND c)", "(NOT a AND b AND c)"));
  CHECK_FALSE(is_same("((a AND b) OR c)", "(a AND (b OR c))"));
  CHECK_FALSE(
      is_same("(c = ANY ((ARRAY['a '::bpchar])::text[]))", "(c = ANY (ARRAY['a '::text]))"));
  CHECK_FALSE(is_same("('a '::bpchar)::text", "'a '::text"));
  CHECK_FALSE(is_same("(v = 'a  b'::text)", "(v = 'a b'::text)"));
  CHECK_FALSE(is_same("(v = '(a)'::text)", "(v = 'a'::text)"));
  CHECK_FALSE(is_same("(lower((v)::text) = 'a')", "((lower(v))::text = 'a')"));
  CHECK_FALSE(is_same("(v = E'a\\'b'::text)", "(v = E'a\\'c'::text)"));
  CHECK_FALSE(is_same("AS $$a  b$$", "AS $$a b$$"));
}
