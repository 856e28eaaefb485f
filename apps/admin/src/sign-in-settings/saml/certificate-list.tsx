import { List, Text } from '@mantine/core';
import { MomentText } from '../../time/moment-text';
import classes from '../connection/directories.module.css';

export interface CertificateListProps {
  certificates: readonly { subject: string; fingerprint: string; validTo: string }[];
}

/** Certificates by which a provider signs, for people to compare. */
export function CertificateList({ certificates }: CertificateListProps) {
  return (
    <List size="sm" spacing={4}>
      {certificates.map(({ subject, fingerprint, validTo }) => (
        <List.Item key={fingerprint}>
          {subject}, until <MomentText at={validTo} />
          <Text size="xs" component="div">
            SHA-256 <code className={classes.copied}>{fingerprint}</code>
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
