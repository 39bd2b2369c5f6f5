package org.duban.desk;

/** Which letters a desk is about. */
public enum LetterScope {
    /** 平台来件: letters of every day, which no batch brings. */
    WITHOUT_BATCH,
    /** 领导包案和重点件. */
    OF_LEADERS
}
