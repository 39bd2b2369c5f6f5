-- What is to be put right at once (立行立改) is in time when the evidence was handed in, signed by the last responsible
-- unit's head, in time; how long others take to check it is not the unit's lateness.
alter table problem add column reported_at timestamptz;
comment on column problem.reported_at is '本次整改最后一个责任单位负责人审签报出的时刻;退回重做后为空';
update problem p set reported_at = coalesce(
        (select max(r.signed_at) from problem_report r
          where r.no = p.no and r.rectification = p.rectification and r.attempt = p.attempt and r.decision = 'SIGNED'),
        p.rectified_at)
 where p.state in ('REPORTED', 'CHECKED', 'PUBLIC_NOTICE', 'OBJECTED', 'STRIKE_OFF_PENDING', 'STRUCK_OFF', 'CLOSED');
-- An immediate problem's limit is met from then on.
update deadline d set met_at = p.reported_at, checkpoint_at = null
  from problem p
 where d.case_no = p.no and d.kind = 'SUBJECT' and d.met_at is null and d.voided_at is null
   and p.deadline_kind = 'IMMEDIATE' and p.reported_at is not null;
