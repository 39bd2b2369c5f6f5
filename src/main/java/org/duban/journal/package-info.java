/**
 * The record nobody can quietly change: what the engine did, what the modules announced and which files were handed in,
 * written in the transaction that did it, one entry for each case, chained and signed, sealed every day, and checked.
 *
 * <p>The body of an entry is {@code {"definition","events","process"}}: the process instance and its definition, and in
 * {@code events} what happened, in order. An event that belongs to another instance names it itself. {@code kind} says
 * what it is: {@code fact} (with {@code type}, {@code at}, {@code by}, {@code data}, {@code unit}, and in {@code changed} the case's fields before and after), {@code form} (what a task form
 * filed), {@code flow} (a sequence flow taken), {@code decision}, {@code operation} (the engine's log of what a person
 * did), and {@code activity.*}, {@code task.*}, {@code variable.*}, {@code process.*}, {@code link.*}, {@code job.*},
 * {@code incident.*}, {@code external.*} as the engine's history calls them.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {"kernel", "engine", "organisation", "evidence"})
package org.duban.journal;
