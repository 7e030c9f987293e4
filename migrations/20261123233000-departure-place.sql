-- Where the expert stood when he left, taken once like the arrival: proof that the agency kept its contract, no tracking between.
alter table visits
  add column departed_lat double precision,
  add column departed_lng double precision,
  add column departed_accuracy double precision;
