/** 様式1 and 様式2 of the plan in force as an Excel workbook, and back as a proposal for its next version. */
package org.keizoku.plan.workbook;
