package org.duban.engine.history;

import java.util.Map;

/** A history event in plain words and values. */
record Said(String kind, boolean intervention, Map<String, Object> values) {}
