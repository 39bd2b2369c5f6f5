/**
 * What proves the record, in plain Java without database or framework, so that an auditor's own computer comes to the
 * same verdict as the office: canonical form, keyed chain, seals, and the program that checks an export.
 */
@org.springframework.modulith.NamedInterface("offline")
package org.duban.journal.offline;
