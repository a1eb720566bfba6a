import type { CheckResult } from '../../../../helpers/model/result';
import type { Matrix, MatrixServer } from '../../../../reports/matrix/matrix';
import { resultOf } from '../samples';

/** A server that can't be had. */
export const absent: MatrixServer = { kind: 'absent', name: 'centos7', reason: 'no image\n  → pull it' };

/** A server whose run broke off. */
export const broken: MatrixServer = { kind: 'broken', name: 'sid', reason: 'Jest ended with status 1' };

/** A server with these checks. */
export function asked(name: string, checks: readonly CheckResult[], postfix = '3.7.11') {
  const { target } = resultOf([]);
  const result = resultOf(checks, { target: { ...target, name, versions: { postfix }, notice: undefined } });
  return { kind: 'asked', name, result, remark: undefined } as const;
}

/** A matrix of these servers. */
export function matrixOf(servers: readonly MatrixServer[]): Matrix {
  return { schema: 'smtp-auth-harness/matrix/2', startedAt: '2026-08-21T10:00:00.000Z', durationMs: 62_000, servers };
}
