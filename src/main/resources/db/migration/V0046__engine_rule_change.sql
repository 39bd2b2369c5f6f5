-- Who brought which version of a decision table into force, and why; the file itself lies with the engine's deployment.
create table rule_change (
    definition_id   text primary key,
    decision_key    text        not null,
    changed_by      text        not null,
    changed_by_name text        not null,
    reason          text        not null,
    file_name       text        not null,
    changed_at      timestamptz not null
);
comment on table rule_change is '规则(决策表)的修改记录';
create index rule_change_key on rule_change (decision_key, changed_at);
