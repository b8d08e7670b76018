create table p(k int, v varchar(5)) partition by range(k);
create table p1 partition of p for values from (0) to (10);
create index on p(v);
alter table p1 cluster on p1_v_idx;
