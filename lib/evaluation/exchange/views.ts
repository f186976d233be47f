/** 数据交换的一个对方，管理页所见。 */
export interface ExchangeClientRow {
  id: string;
  name: string;
  keyId: string;
  createdAt: string;
  revokedAt?: string;
}

/** 刚加的对方：密钥只在此刻看得见。 */
export interface NewExchangeClient {
  name: string;
  keyId: string;
  secret: string;
}
