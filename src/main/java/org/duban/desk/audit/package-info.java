/** The auditor's replay of a case in the office's words: what the replay knows by codes, made readable. */
package org.duban.desk.audit;
