-- How many visits a day an expert and an accompanying officer are planned for; null is the product's own figure.
alter table schemes add column expert_visits_a_day integer;
alter table schemes add column officer_visits_a_day integer;
alter table schemes add constraint schemes_visits_a_day_check check (expert_visits_a_day between 1 and 20 and officer_visits_a_day between 1 and 20);
