export { dataConverterFrom, EncryptionCodec } from './encryption-codec';
