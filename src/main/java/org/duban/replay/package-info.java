/**
 * Reads a case's record back: numbered steps, one for each entry, and how the case stood after each of them — tokens in
 * the model, fields, deadlines, files, papers, requests, messages — told by the entries up to it and by nothing else, so
 * that it stays whole when the engine's history is long gone.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Replay",
        allowedDependencies = {
            "kernel",
            "journal",
            "journal :: offline",
            "organisation",
            "engine",
            "problem",
            "petition",
            "round"
        })
package org.duban.replay;
