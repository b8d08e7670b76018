CREATE TABLE readings (id integer PRIMARY KEY, a integer NOT NULL, b integer NOT NULL, c integer NOT NULL);
CREATE INDEX idx_readings_of_every_sensor_in_the_building_newest_first_asc ON readings (a, c);
CREATE INDEX idx_readings_of_every_sensor_in_the_building_newest_first_dsc ON readings (b, c);
CREATE TYPE the_state_that_a_sensor_of_the_building_may_be_in_as_reported_a AS ENUM ('off', 'on');
CREATE TYPE the_state_that_a_sensor_of_the_building_may_be_in_as_reported_b AS ENUM ('high', 'low');
CREATE TABLE states (a the_state_that_a_sensor_of_the_building_may_be_in_as_reported_a, b the_state_that_a_sensor_of_the_building_may_be_in_as_reported_b);
CREATE TABLE columns_alike (the_first_of_two_columns_whose_names_begin_alike_a integer NOT NULL, the_first_of_two_columns_whose_names_begin_alike_b integer NOT NULL);
CREATE TABLE keys_alike (a integer, b integer, CONSTRAINT the_key_of_the_readings_of_every_sensor_in_the_building_num_a UNIQUE (a, b),
  CONSTRAINT the_key_of_the_readings_of_every_sensor_in_the_building_num_b UNIQUE (b, a));
