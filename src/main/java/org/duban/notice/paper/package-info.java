/**
 * Numbered official papers 文书: warning, lifting, record of a talk, letter of supervision. Each is made once, from a Word
 * template the office may edit, gets the next number of its kind and year, and never changes again. Who calls
 * {@link org.duban.notice.paper.Papers#issue} decides that there is to be one; how it reads, the template says.
 */
@org.springframework.modulith.NamedInterface("paper")
package org.duban.notice.paper;
