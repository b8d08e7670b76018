// What hangs on the objects of a database, as the catalogue of PostgreSQL itself tells it.
#pragma once

#include "tests/support/database.hpp"

#include <set>
#include <string>
#include <variant>

namespace strata::testing {

/// One line for each: what it is, on which object, and how it stands.
constexpr const char* hanging_query = R"(
WITH relations AS (SELECT c.*, n.nspname
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.oid >= 16384 AND n.nspname NOT LIKE 'pg\_%'),
  rights(classid, objid, objsubid, acl) AS (
    SELECT 'pg_class'::regclass, oid, 0,
        coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))
      FROM relations WHERE relkind NOT IN ('i', 'I', 'c')
    UNION ALL SELECT 'pg_class'::regclass, attrelid, attnum, attacl FROM pg_attribute
      WHERE attrelid >= 16384 AND NOT attisdropped
    UNION ALL SELECT 'pg_proc'::regclass, oid, 0, coalesce(proacl, acldefault('f', proowner))
      FROM pg_proc WHERE oid >= 16384
    UNION ALL SELECT 'pg_type'::regclass, oid, 0, coalesce(typacl, acldefault('T', typowner))
      FROM pg_type WHERE oid >= 16384),
  hanging(what, classid, objid, objsubid, stands) AS (
    SELECT 'comment', classoid, objoid, objsubid, description FROM pg_description
      WHERE objoid >= 16384
    UNION ALL SELECT 'right', classid, objid, objsubid, concat_ws(' ', x.privilege_type, 'of',
        CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END, 'by',
        x.grantor::regrole, CASE WHEN x.is_grantable THEN 'on' END) FROM rights, aclexplode(acl) x
    UNION ALL SELECT 'relation', 'pg_class'::regclass, oid, 0, concat_ws(', ',
      'of ' || relowner::regrole,
        relpersistence, relreplident, relrowsecurity, relforcerowsecurity, reloptions,
        (SELECT t.reloptions FROM pg_class t WHERE t.oid = r.reltoastrelid)) FROM relations r
    UNION ALL SELECT 'column', 'pg_class'::regclass, a.attrelid, a.attnum, concat_ws(', ',
        coalesce(a.attstattarget, -1), a.attstorage, to_jsonb(a) ->> 'attcompression', a.attoptions)
      FROM pg_attribute a JOIN relations r ON r.oid = a.attrelid AND r.relkind NOT IN ('i', 'I')
      WHERE a.attnum > 0 AND NOT a.attisdropped
    UNION ALL SELECT 'index', 'pg_class'::regclass, indexrelid, 0,
        concat_ws(', ', indisreplident, indisclustered, indisvalid)
      FROM pg_index JOIN relations ON oid = indexrelid
    UNION ALL SELECT 'routine', 'pg_proc'::regclass, oid, 0, proowner::regrole::text FROM pg_proc
      WHERE oid >= 16384
    UNION ALL SELECT 'type', 'pg_type'::regclass, oid, 0, typowner::regrole::text FROM pg_type
      WHERE oid >= 16384
    UNION ALL SELECT 'statistics', 'pg_statistic_ext'::regclass, oid, 0, concat_ws(', ',
        stxowner::regrole, coalesce(stxstattarget, -1), pg_get_statisticsobjdef(oid))
          FROM pg_statistic_ext
    UNION ALL SELECT 'trigger', 'pg_trigger'::regclass, oid, 0,
        concat_ws(', ', tgenabled, pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'fires', 'pg_class'::regclass, tgrelid, 0,
        concat_ws(', ', tgfoid::regproc, tgenabled, count(*)) FROM pg_trigger GROUP BY tgrelid,
          tgfoid, tgenabled
    UNION ALL SELECT 'rule', 'pg_rewrite'::regclass, oid, 0, ev_enabled::text FROM pg_rewrite
      WHERE ev_class >= 16384
    UNION ALL SELECT 'policy', 'pg_policy'::regclass, oid, 0,
        concat_ws(', ', polcmd, polpermissive, polroles::regrole[]) FROM pg_policy
    UNION ALL SELECT 'constraint', 'pg_constraint'::regclass, oid, 0,
        concat_ws(', ', convalidated, condeferrable, condeferred, conislocal, connoinherit)
      FROM pg_constraint WHERE oid >= 16384
    UNION ALL SELECT 'published', 'pg_class'::regclass, prrelid, 0, prpubid::text
      FROM pg_publication_rel
    UNION ALL SELECT 'of an extension', classid, objid, objsubid, deptype::text FROM pg_depend
      WHERE deptype IN ('e', 'x') AND objid >= 16384)
SELECT concat_ws(' ', h.what, 'on', i.type, i.identity || ':', h.stands)
  FROM hanging h, pg_identify_object(h.classid, h.objid, h.objsubid) i)";

/// Every object, and every column, with what it is called inside: another one where it is made
/// again.
constexpr const char* identities_query = R"(
SELECT concat_ws(' ', i.type, i.identity, 'is', o.id) FROM (
    SELECT 'pg_class'::regclass AS classid, oid AS objid, 0 AS objsubid, oid::bigint AS id
      FROM pg_class
    UNION ALL SELECT 'pg_class'::regclass, attrelid, attnum, attnum FROM pg_attribute
      WHERE attnum > 0 AND NOT attisdropped
    UNION ALL SELECT 'pg_proc'::regclass, oid, 0, oid::bigint FROM pg_proc
    UNION ALL SELECT 'pg_type'::regclass, oid, 0, oid::bigint FROM pg_type
    UNION ALL SELECT 'pg_constraint'::regclass, oid, 0, oid::bigint FROM pg_constraint
    UNION ALL SELECT 'pg_trigger'::regclass, oid, 0, oid::bigint FROM pg_trigger
      WHERE NOT tgisinternal
    UNION ALL SELECT 'pg_rewrite'::regclass, oid, 0, oid::bigint FROM pg_rewrite
    UNION ALL SELECT 'pg_policy'::regclass, oid, 0, oid::bigint FROM pg_policy
    UNION ALL SELECT 'pg_statistic_ext'::regclass, oid, 0, oid::bigint FROM pg_statistic_ext) o,
  pg_identify_object(o.classid, o.objid, o.objsubid) i WHERE o.objid >= 16384)";

inline std::multiset<std::string> lines_of(const scratch_database& of, const char* query) {
  std::multiset<std::string> lines;
  for (const auto& row : of.open()->query(query).rows) {
    lines.insert(std::get<std::string>(row.front()));
  }
  return lines;
}

} // namespace strata::testing
