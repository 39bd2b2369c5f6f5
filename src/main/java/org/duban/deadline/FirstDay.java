package org.duban.deadline;

/**
 * Whether the day a period starts from is its day 1. Published closure notices of one and the same city do both
 * (宿州 2023-07-27→08-09 counts it, 2025-08-14→08-28 does not), so every rule says which.
 */
public enum FirstDay {
    EXCLUDED,
    INCLUDED
}
