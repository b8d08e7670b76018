CREATE TABLE a_parent (id integer, kind text) PARTITION BY LIST (kind);
CREATE TABLE b_part PARTITION OF a_parent FOR VALUES IN ('b');
CREATE TABLE a_base (id integer);
CREATE TABLE b_heir (more text) INHERITS (a_base);
