CREATE TABLE runs (id integer, tenant_id uuid, readable_status text, inserted_at date, PRIMARY KEY (id, inserted_at)) PARTITION BY RANGE (inserted_at);
CREATE TABLE runs_20240101 PARTITION OF runs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- It takes the other's name, and its partition that of the other's; the server cut the name of the part's index.
CREATE TABLE runs_of_all_new (id bigint, tenant_id uuid, readable_status text, inserted_at date, PRIMARY KEY (id, inserted_at)) PARTITION BY RANGE (inserted_at);
CREATE UNLOGGED TABLE runs_of_all_new_20240101 PARTITION OF runs_of_all_new FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX runs_status ON runs_of_all_new (tenant_id, readable_status, inserted_at);
