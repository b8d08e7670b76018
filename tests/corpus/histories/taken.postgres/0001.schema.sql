CREATE TABLE runs (id bigint, tenant_id uuid, readable_status text, inserted_at date, PRIMARY KEY (id, inserted_at)) PARTITION BY RANGE (inserted_at);
CREATE TABLE runs_20240101 PARTITION OF runs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX runs_status ON runs (tenant_id, readable_status, inserted_at);
ALTER INDEX runs_20240101_tenant_id_readable_status_inserted_at_idx RENAME TO runs_20240101_tenant_id_readable_status_inserte_idx;
