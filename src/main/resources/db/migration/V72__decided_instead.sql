-- What the superior who took a deputy's decision back decided instead. Empty where it was ratified, and where it was taken back before this was asked.
alter table decision_ratification add column decided_instead text;
