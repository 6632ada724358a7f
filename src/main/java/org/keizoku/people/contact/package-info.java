/** Where people are reached: numbers and addresses, encrypted, in one table that can forget; everything else knows person ids only. */
package org.keizoku.people.contact;
