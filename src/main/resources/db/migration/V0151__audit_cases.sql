-- All kinds of cases side by side, for the auditor's lists and samples.

create view audit_case (no, flow, title, unit, state, opened_at, closed_at, worked) as
select no, 'WT', title, lead_unit, state, registered_at, struck_off_at, true from problem
union all
select no, 'XF', title, district, state, registered_at, closed_at, dispatched_at is not null from petition
union all
select no, 'HP', title, unit_code, state, proposed_at, closed_at, level > 0 from card
union all
select no, 'DD', year || ' 年 ' || month || ' 月调度', null, case when frozen_at is null then 'OPEN' else 'FROZEN' end,
       opened_at, frozen_at, true
  from round;
comment on view audit_case is '各类案件并列;worked 为真正办理过的:已转办的信访件、已签发的警示牌';

create index petition_not_closed on petition (no) where closed_at is null;
create index card_not_closed on card (no) where closed_at is null;
create index petition_took on petition ((closed_at - registered_at), no) where closed_at is not null;
create index card_took on card ((closed_at - proposed_at), no) where closed_at is not null;
create index round_unit_unit on round_unit (unit_code, no);
