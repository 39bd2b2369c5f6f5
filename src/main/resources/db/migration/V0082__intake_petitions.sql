-- Letters come in by the same intake as problems, and so do statistics of their batches.
alter table import_run drop constraint import_run_kind_check;
alter table import_run add constraint import_run_kind_check check (kind in ('PROBLEMS', 'PETITIONS', 'BATCHES'));
