package org.keizoku.people.absence;

/** Somebody is away from now on, or will be: published in the transaction in which it is written down. */
public record AbsenceDeclared(DeclaredAbsence absence) {}
