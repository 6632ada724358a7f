package org.keizoku.people.absence;

/** Somebody is away from now on, as was declared before. */
public record AbsenceBegan(DeclaredAbsence absence) {}
