/**
 * An activation as it stood at any moment of it: a pure fold over what the engine's history and the ledger tell, shown on the diagrams
 * of the models that were in force.
 */
package org.keizoku.audit.replay;
