-- Names of 63 bytes that differ in their ends alone.
CREATE TABLE readings (id integer PRIMARY KEY, a integer, b integer NOT NULL, c integer NOT NULL);
CREATE INDEX idx_readings_of_every_sensor_in_the_building_newest_first_asc ON readings (a);
CREATE INDEX idx_readings_of_every_sensor_in_the_building_newest_first_dsc ON readings (b);
CREATE TYPE the_state_that_a_sensor_of_the_building_may_be_in_as_reported_a AS ENUM ('on', 'off');
CREATE TYPE the_state_that_a_sensor_of_the_building_may_be_in_as_reported_b AS ENUM ('low', 'high');
CREATE TABLE states (a the_state_that_a_sensor_of_the_building_may_be_in_as_reported_a, b the_state_that_a_sensor_of_the_building_may_be_in_as_reported_b);
CREATE TABLE columns_alike (the_first_of_two_columns_whose_names_begin_alike_a integer, the_first_of_two_columns_whose_names_begin_alike_b integer);
CREATE TABLE keys_alike (a integer, b integer, CONSTRAINT the_key_of_the_readings_of_every_sensor_in_the_building_num_a UNIQUE (a),
  CONSTRAINT the_key_of_the_readings_of_every_sensor_in_the_building_num_b UNIQUE (b));
