/**
 * The auditor's tools 审计工具: lists of what deserves a second look, samples drawn by rule with a seed anyone can draw
 * again, and the auditor's own notes, kept apart from the record. Reads what the other modules know and changes nothing
 * of theirs; every export of it is recorded.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Audit")
package org.duban.audit;
