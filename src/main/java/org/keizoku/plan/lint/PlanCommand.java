package org.keizoku.plan.lint;

import picocli.CommandLine.Command;

/** {@code plan …}: what can be done with a plan file without starting the application. */
@Command(name = "plan", description = "計画ファイルを扱う", mixinStandardHelpOptions = true, subcommands = LintCommand.class)
public final class PlanCommand implements org.keizoku.platform.Command {}
