package org.keizoku.audit.verify;

import picocli.CommandLine.Command;

/** {@code audit …}: what can be done with the ledger without starting the application. */
@Command(
        name = "audit",
        description = "記録台帳を検証する",
        mixinStandardHelpOptions = true,
        subcommands = {VerifyCommand.class, KeysCommand.class})
public final class AuditCommand implements org.keizoku.platform.Command {}
