package org.duban.evidence;

import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** A task in hand: the case it belongs to and the unit that works on it (null for the coordinator and the leader). */
public record OpenTask(String id, CaseNo caseNo, UnitCode unit) {}
