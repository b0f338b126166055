/** The sentences for what has no answer of the server. All others come with the problem itself. */
export const unreachableWords = {
  offline: (): string => $localize`Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại.`,
  failed: (): string => $localize`Máy chủ gặp lỗi. Hãy thử lại sau ít phút; nếu vẫn lỗi, báo quản trị hệ thống.`,
} as const;
