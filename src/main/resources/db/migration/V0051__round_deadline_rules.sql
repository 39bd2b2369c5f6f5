-- No published text names the days of a monthly round, so both are the office's to change.
insert into deadline_rule (code, name, days, unit, first_day, subject_date, clause) values
    ('UserTask_ReportRound', '填报月调度', 5, 'WORKING', 'EXCLUDED', false, '月调度默认时限：发起后 5 个工作日内填报'),
    ('roundCutOff', '月调度冻结', 3, 'WORKING', 'EXCLUDED', false, '月调度默认时限：填报截止后 3 个工作日冻结结果');
