"""What a database holds as sorted lines of its catalogue, where pg_dump is older than the server."""

_OWN = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
_NOT_OF_EXTENSION = """NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '{0}'::regclass
  AND x.objid = {1}.oid AND x.deptype = 'e')"""

# Columns that every version has come by name; what only newer ones have comes by way of to_jsonb.
_PARTS = [
    f"""SELECT 'relation', c.oid::regclass::text, concat_ws(' ', c.relkind, c.relpersistence,
  c.relreplident, c.relrowsecurity, c.relforcerowsecurity, c.reloptions, c.relacl,
  pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid), obj_description(c.oid, 'pg_class'),
  CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
  ARRAY(SELECT h.inhparent::regclass FROM pg_inherits h WHERE h.inhrelid = c.oid ORDER BY h.inhseqno))
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind NOT IN ('i', 'I', 't', 'c') AND {_OWN} AND {_NOT_OF_EXTENSION.format('pg_class', 'c')}""",
    f"""SELECT 'column', c.oid::regclass::text, concat_ws(' ', a.attname,
  format_type(a.atttypid, a.atttypmod), a.attcollation, a.attnotnull, a.attgenerated, a.attidentity,
  a.attstorage, to_jsonb(a) ->> 'attcompression', nullif(a.attstattarget, -1), a.attoptions, a.attacl,
  pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum), a.attislocal, a.attinhcount)
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
 WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND {_OWN}
   AND {_NOT_OF_EXTENSION.format('pg_class', 'c')}""",
    f"""SELECT 'constraint', coalesce(nullif(o.conrelid, 0)::regclass::text, o.contypid::regtype::text),
  concat_ws(' ', o.conname, o.contype, pg_get_constraintdef(o.oid), o.convalidated, o.connoinherit,
  o.conislocal, o.coninhcount, obj_description(o.oid, 'pg_constraint'))
  FROM pg_constraint o JOIN pg_namespace n ON n.oid = o.connamespace
 WHERE {_OWN} AND o.contype <> 't' AND {_NOT_OF_EXTENSION.format('pg_class', "(SELECT o.conrelid AS oid)")}""",
    f"""SELECT 'index', i.indrelid::regclass::text, concat_ws(' ', pg_get_indexdef(i.indexrelid),
  i.indisvalid, i.indisclustered, i.indisreplident, obj_description(i.indexrelid, 'pg_class'))
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE {_OWN} AND {_NOT_OF_EXTENSION.format('pg_class', 'c')}""",
    f"""SELECT 'function', p.oid::regprocedure::text, concat_ws(' ', p.prokind, p.proacl, p.prosrc,
  CASE WHEN p.prokind IN ('f', 'p') THEN pg_get_functiondef(p.oid) END, obj_description(p.oid, 'pg_proc'))
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE {_OWN} AND {_NOT_OF_EXTENSION.format('pg_proc', 'p')}""",
    """SELECT 'trigger', t.tgrelid::regclass::text, concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled,
  obj_description(t.oid, 'pg_trigger')) FROM pg_trigger t WHERE NOT t.tgisinternal""",
    """SELECT 'rule', r.ev_class::regclass::text, concat_ws(' ', pg_get_ruledef(r.oid), r.ev_enabled)
  FROM pg_rewrite r WHERE r.rulename <> '_RETURN' AND r.oid >= 16384""",
    """SELECT 'policy', o.polrelid::regclass::text, concat_ws(' ', o.polname, o.polcmd, o.polpermissive,
  o.polroles::regrole[], pg_get_expr(o.polqual, o.polrelid), pg_get_expr(o.polwithcheck, o.polrelid))
  FROM pg_policy o""",
    f"""SELECT 'type', t.oid::regtype::text, concat_ws(' ', t.typtype, t.typnotnull, t.typdefault,
  nullif(t.typbasetype, 0)::regtype, t.typtypmod, t.typcollation, t.typacl,
  ARRAY(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder),
  obj_description(t.oid, 'pg_type')) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
 WHERE t.typelem = 0 AND {_OWN} AND {_NOT_OF_EXTENSION.format('pg_type', 't')}""",
    f"""SELECT 'sequence', s.seqrelid::regclass::text, concat_ws(' ', s.seqtypid::regtype, s.seqstart,
  s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle)
  FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE {_OWN}""",
    """SELECT 'statistics', o.stxrelid::regclass::text, pg_get_statisticsobjdef(o.oid) FROM pg_statistic_ext o""",
    """SELECT 'extension', e.extname::text, e.extversion FROM pg_extension e""",
    f"""SELECT 'schema', n.nspname::text, concat_ws(' ', n.nspacl, obj_description(n.oid, 'pg_namespace'))
  FROM pg_namespace n WHERE {_OWN}""",
]

CATALOGUE = " UNION ALL ".join(_PARTS) + " ORDER BY 1, 2, 3"
