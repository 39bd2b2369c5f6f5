-- Years of the working-day calendar, the rules of periods, and the ledger of deadlines.

-- Every change of a year is a new version; the calendar as of version v is each year's row with the greatest version
-- not above v. Nothing is overwritten, so a date computed long ago can still be explained.
create table calendar_year (
    year      int         not null check (year between 2000 and 2100),
    version   bigint      not null,
    notice    text        not null,
    loaded_by text        not null,
    loaded_at timestamptz not null,
    primary key (year, version)
);
comment on table calendar_year is '年度放假安排,一次载入一个版本';
-- Drawn under a lock, so that a greater number is also committed later; a number of a rolled-back load is never reused.
create sequence calendar_version;
create index calendar_year_version on calendar_year (version);

create table calendar_day (
    year     int    not null,
    version  bigint not null,
    falls_on date   not null,
    kind     text   not null check (kind in ('HOLIDAY', 'WORKDAY')),
    name     text   not null,
    primary key (year, version, falls_on),
    foreign key (year, version) references calendar_year (year, version)
);
comment on table calendar_day is '放假与调休上班的日子';

create table deadline_rule (
    code         text primary key,
    name         text    not null,
    days         int check (days > 0),
    months       int check (months > 0),
    unit         text check (unit in ('WORKING', 'CALENDAR')),
    first_day    text check (first_day in ('EXCLUDED', 'INCLUDED')),
    rest_day     text    not null default 'STAYS' check (rest_day in ('STAYS', 'MOVES_ON')),
    subject_date boolean not null default false,
    clause       text    not null,
    check ((days is null) <> (months is null)),
    check ((days is null) = (unit is null)),
    check ((days is null) = (first_day is null))
);
comment on table deadline_rule is '期限规则;编码为模型元素或期限名称';
comment on column deadline_rule.subject_date is 'true: the due date of the case itself comes first, the period is for cases without one';

-- No published Fujian text fixes these lengths, so they are the office's to change. The public notice follows the
-- practice most offices show: ten working days with the first day counted.
insert into deadline_rule (code, name, days, unit, first_day, subject_date, clause) values
    ('UserTask_ConfirmDispatch', '确认交办', 1, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:登记后 1 个工作日内确认交办'),
    ('UserTask_SignFor', '签收', 2, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:交办后 2 个工作日内签收或退单'),
    ('UserTask_ArbitrateReturn', '裁定退单', 2, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:退单后 2 个工作日内裁定'),
    ('UserTask_DecideLeadUnit', '指定牵头单位', 2, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:提请后 2 个工作日内指定'),
    ('UserTask_MakePlan', '制定方案', 10, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:签收后 10 个工作日内报送方案'),
    ('UserTask_ReviewPlan', '审核方案', 3, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:收到方案后 3 个工作日内审核'),
    ('UserTask_ReportDone', '申报完成', 15, 'CALENDAR', 'EXCLUDED', true, '以问题的整改时限为准;没有明确日期的按立行立改 15 个自然日'),
    ('UserTask_HeadSign', '单位负责人审签', 2, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:申报后 2 个工作日内审签'),
    ('UserTask_CheckPreliminarily', '初验', 5, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:申报齐全后 5 个工作日内初验'),
    ('UserTask_Verify', '核查验收', 10, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:初验通过后 10 个工作日内核查验收'),
    ('UserTask_AnswerObjection', '答复异议', 5, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:收到异议后 5 个工作日内答复'),
    ('UserTask_ApproveStrikeOff', '销号审批', 3, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:公示期满后 3 个工作日内审批'),
    ('UserTask_LookBack', '回头看', 10, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:回头看到期后 10 个工作日内完成'),
    ('UserTask_ReportStanding', '报告坚持情况', 5, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:评估到期后 5 个工作日内报告'),
    ('UserTask_AssessStanding', '评估坚持情况', 5, 'WORKING', 'EXCLUDED', false, '督办流程默认时限:收到报告后 5 个工作日内评估'),
    ('immediate', '立行立改', 15, 'CALENDAR', 'EXCLUDED', false, '立行立改类问题默认 15 个自然日内提交佐证'),
    ('publicNotice', '公示', 10, 'WORKING', 'INCLUDED', false, '公示期默认 10 个工作日,公示首日计入');
insert into deadline_rule (code, name, months, clause) values
    ('lookBack.HIGH', '高风险问题回头看', 3, '销号满 3 个月开展回头看(高风险)'),
    ('lookBack.MEDIUM', '中风险问题回头看', 6, '销号满 6 个月开展回头看(中风险)'),
    ('lookBack.LOW', '低风险问题回头看', 12, '销号满 12 个月开展回头看(低风险)'),
    ('standingReview', '长期坚持定期评估', 6, '长期坚持类问题每 6 个月评估一次');

create table deadline (
    id               bigint generated always as identity primary key,
    case_no          text        not null,
    kind             text        not null,
    key              text        not null unique,
    rule             text        not null references deadline_rule (code),
    clause           text        not null,
    start_on         date        not null,
    days             int,
    months           int,
    unit             text check (unit in ('WORKING', 'CALENDAR')),
    first_day        text check (first_day in ('EXCLUDED', 'INCLUDED')),
    rest_day         text        not null check (rest_day in ('STAYS', 'MOVES_ON')),
    calendar_version bigint      not null,
    original_due_on  date        not null,
    current_due_on   date        not null,
    provisional      boolean     not null,
    opened_at        timestamptz not null,
    met_at           timestamptz,
    voided_at        timestamptz,
    check (days is null or months is null),
    check (met_at is null or voided_at is null)
);
comment on table deadline is '期限台账';
comment on column deadline.key is 'what the deadline belongs to, e.g. the activity instance of a task; opening twice is opening once';
create index deadline_case on deadline (case_no, id);
create index deadline_open_due on deadline (current_due_on) where met_at is null and voided_at is null;
