CREATE TABLE amounts (id integer PRIMARY KEY, owner text, cents bigint NOT NULL, double_cents bigint
  GENERATED ALWAYS AS (cents * 2) STORED);
CREATE TABLE audit (id integer PRIMARY KEY, cents bigint);
CREATE VIEW rich AS SELECT id, cents FROM amounts WHERE cents > 100;
COMMENT ON VIEW rich IS 'those with more';
CREATE VIEW very_rich AS SELECT id FROM rich WHERE cents > 10000;
CREATE RULE no_delete AS ON DELETE TO rich DO INSTEAD NOTHING;
CREATE MATERIALIZED VIEW totals AS SELECT owner, sum(cents) AS total FROM amounts GROUP BY owner;
CREATE UNIQUE INDEX totals_owner ON totals (owner);
CREATE INDEX amounts_large ON amounts (id) WHERE cents > 1000;
ALTER TABLE amounts ADD CONSTRAINT amounts_positive CHECK (cents > 0);
ALTER TABLE amounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY small ON amounts USING (cents < 200);
COMMENT ON POLICY small ON amounts IS 'what everybody sees';
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY known ON audit USING (cents IN (SELECT cents FROM amounts));
CREATE RULE keep AS ON UPDATE TO amounts WHERE old.cents <> new.cents
  DO ALSO INSERT INTO audit VALUES (old.id, old.cents);
CREATE FUNCTION largest() RETURNS bigint LANGUAGE sql STABLE
  BEGIN ATOMIC SELECT max(cents) FROM amounts; END;
COMMENT ON FUNCTION largest() IS 'of all';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER touched BEFORE UPDATE OF cents ON amounts FOR EACH ROW EXECUTE FUNCTION touch();
