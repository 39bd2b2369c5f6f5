package org.duban.round.web;

/** There is no such task, or the person does not have it in the list; which of the two is not said. */
class NoSuchRoundTask extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchRoundTask() {
        super("没有这项填报任务：它已经办结、本轮已经冻结，或者不在您的任务列表中。请刷新任务列表；本轮冻结以后的变化，请在下一个月的月调度中填写。");
    }
}
